# Se connecter, déclarer, relire, décider. / Signing in, declaring, reviewing, deciding.
space-link = Work space
space-title = Your space
sign-out = Sign out
error-403 = This page is not open to your role.
error-403-hint = Ask the person who manages accounts, or go back to your space.
form-errors-title = Nothing is saved yet
sign-in-title = Sign in
sign-in-lede = To declare a use, give an opinion or decide. Public pages need no account.
sign-in-cookie = One cookie, for the time of the session, to know that it is you. Signing out removes it.
sign-in-email = Work e-mail address
sign-in-password = Password
sign-in-send = Continue
sign-in-forgotten = Forgotten password, or no account yet? The person who manages accounts gives you a link.
sign-in-refused = Check the address and the password: they do not go together.
sign-in-locked = { $minutes ->
    [one] Too many attempts. Wait one minute.
   *[other] Too many attempts. Wait { $minutes } minutes.
  }
sign-in-chosen = Your password is saved. Sign in.
code-title = Your code
code-lede = Your account asks for a second factor.
code-label = Code
code-hint = Six digits from your application, or one of your recovery codes.
code-refused = Check the code: it is wrong, too old, or already used.
password-title = Choose a password
password-advice = A sentence that only you know is better than a complicated word.
password-new = New password
password-hint = At least 12 characters.
password-again = The same, once more
password-send = Save
password-link-gone = This link no longer works: it was used already, or it is too old. Ask the person who manages accounts for another.
password-short = Choose at least 12 characters.
password-long = Choose 256 characters at most.
password-has-name = Choose a password that does not contain your address.
password-common = Choose a less common password: this one would be among the first to be tried.
password-differs = Type the same password twice.
