# Accounts: making, looking after, erasing; and “My account”.

day-and-hour = { $date } at { $time }

## What is wrong, and what to do

account-unknown = No account answers to “{ $who }”.
account-unknown-hint = vigie user list gives the addresses and the identifiers.
account-bad-email = “{ $email }” is not an e-mail address.
account-bad-email-hint = Write it in full, like first.last@city.example.
account-bad-name = This name is too long, or takes several lines.
account-bad-name-hint = A hundred characters at most, on one line.
account-email-taken = Another account already bears the address { $email }.
account-email-taken-hint = Erase that account first, or choose another address.
account-is-closed = This account is closed.
account-is-closed-hint = Open it again first.
account-own = This is your own account.
account-own-hint = Nobody changes their own roles: ask another person who looks after accounts, or the IT department. The rest is in “My account”.
account-elsewhere = This person works for another authority too.
account-elsewhere-hint = Take their roles away here. For the rest, ask whoever looks after the accounts of every authority.
account-no-longer-administrator = You no longer look after accounts.
account-no-longer-administrator-hint = Ask the person who took this role away, or the IT department.
account-last-administrator = Without you, nobody would look after accounts.
account-last-administrator-hint = Give this role to another person first, and wait until they have signed in.
grant-no-role = No role is chosen.
grant-no-role-hint = Choose what the person comes to do.
grant-out-of-reach = You do not look after the accounts of this authority.
grant-out-of-reach-hint = Ask the person who does.
grant-no-department = This role holds for the whole authority.
grant-no-department-hint = Only members of staff and contacts have a department: choose none.
grant-unknown-department = No department is called “{ $key }” here.
grant-unknown-department-hint = Known departments: { $known }.
grant-no-function = A reviewer speaks for a function.
grant-no-function-hint = Choose at least one function: { $known }.
grant-function-of-reviewer = Only a reviewer speaks for a function.
grant-function-of-reviewer-hint = Choose no function, or choose the role of reviewer.
grant-unknown-function = This function gives no opinion through a reviewer.
grant-unknown-function-hint = Possible functions: { $known }. Staff representatives have a role of their own.
grant-not-held = The person does not hold this role there.
grant-not-held-hint = Read their roles again: they may have changed in the meantime.
user-not-erased = Nothing was erased: the address typed is not that of the account.
user-not-erased-hint = Start again and type the address, or add --yes.

## What the commands say

user-none = No account.
user-everywhere = every authority
user-seen = last signed in on { $date }
user-never-seen = never signed in
user-known = { $email } already had an account: its roles are up to date.
user-link = Hand this link over to { $email }: it works once, until { $until }. It will not be shown again.
user-granted = Role given to { $email }.
user-revoked = Role taken away from { $email }.
user-closed = Account of { $email } closed: its sessions and links no longer work.
user-opened = Account of { $email } opened again.
user-begun-erased = This address has no account. The declaration it had begun is erased.
user-erase-ask = Erase { $email } for good? Type the address to confirm:
user-erased =
    Account erased: { $id }
    Note this identifier: if you restore an older backup, the account comes back and must be erased again.
people-purged = Retention: { $accounts ->
    [0] no account erased
    [one] one account erased
   *[other] { $accounts } accounts erased
}, { $drafts ->
    [0] no draft erased
    [one] one draft erased
   *[other] { $drafts } drafts erased
}, { $over ->
    [0] no session, link or attempt forgotten
    [one] one session, link or attempt forgotten
   *[other] { $over } sessions, links or attempts forgotten
}.
serve-no-account =
    Nobody has an account yet. Make the first, who will look after the others:
        vigie --dir { $folder } user invite YOUR-ADDRESS --role administrator
demo-accounts = To try every role, sign in with the passphrase { $passphrase } and one of these addresses:
user-sealed = { $count ->
    [0] There was nothing to change.
    [one] The second factor of one account is kept in another way.
   *[other] The second factors of { $count } accounts are kept in another way.
}
user-seeds-shut = { $count ->
    [one] One second factor opens with no key: it is left as it is.
   *[other] { $count } second factors open with no key: they are left as they are.
}
user-no-key = Without VIGIE_SECRET_KEY, second factors stay in clear in the database and in backups.
help-user = Invite people, change what they may do, close and erase their accounts
help-user-invite = Make an account and print, once, the link to hand over
help-user-invite--json = Answer in JSON, for a machine
help-user-invite--email = E-mail address of the person
help-user-invite--name = How the person wants to be called; the address when absent
help-user-invite--role = Role: agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator or researcher
help-user-invite--authority = Authority where it holds, by its slug; every authority when absent
help-user-invite--department = Department of an agent or of a contact, by its key
help-user-invite--function = Function that a reviewer speaks for; may be repeated
help-user-list = List the accounts, by address
help-user-list--json = Answer in JSON, for a machine
help-user-list--authority = Only those with a role in this authority
help-user-link = Make a new link: an invitation, or a new password
help-user-link--json = Answer in JSON, for a machine
help-user-link--who = Address or identifier of the account
help-user-link--drop-second-factor = Also take the second factor off: the person lost it, and their recovery codes
help-user-grant = Give a role
help-user-grant--json = Answer in JSON, for a machine
help-user-grant--who = Address or identifier of the account
help-user-grant--role = Role: agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator or researcher
help-user-grant--authority = Authority where it holds, by its slug; every authority when absent
help-user-grant--department = Department of an agent or of a contact, by its key
help-user-grant--function = Function that a reviewer speaks for; may be repeated
help-user-revoke = Take a role away
help-user-revoke--json = Answer in JSON, for a machine
help-user-revoke--who = Address or identifier of the account
help-user-revoke--role = Role: agent, contact, reviewer, decision_maker, staff_representative, elected, lead, administrator or researcher
help-user-revoke--authority = Authority where it was given, by its slug; every authority when absent
help-user-revoke--department = Department with which it was given, by its key
help-user-close = Close an account: it no longer opens, and is erased in time
help-user-close--json = Answer in JSON, for a machine
help-user-close--who = Address or identifier of the account
help-user-open = Open a closed account again
help-user-open--json = Answer in JSON, for a machine
help-user-open--who = Address or identifier of the account
help-user-erase = Erase an account and all that hangs on it, for good
help-user-erase--json = Answer in JSON, for a machine
help-user-erase--who = Address or identifier of the account
help-user-erase--yes = Do not ask for the address again
help-user-export = Print all that is kept about a person, as JSON
help-user-export--who = Address or identifier of the account
help-user-seal = Keep every second factor under the key of VIGIE_SECRET_KEY, after it was set or changed
help-user-seal--json = Answer in JSON, for a machine

## Signing in

sign-in-demo = Demonstration: the terminal that started it gives one account a role, and their passphrase.
sign-in-erased = Your account is erased.
sign-in-everywhere = All your sessions are closed.

## My account

own-title = My account
own-who = How to call you
own-who-why = This name is shown to you and to those who look after accounts alone. What you write is signed by your function.
own-name = Name
own-language = Language
own-save = Save
own-name-saved = Saved.
own-password = Password
own-password-old = Current password
own-password-change = Change the password
own-password-changed = Your password is changed. Your other sessions are closed.
own-password-none = You have no password here: a provider signs you in. To have one, ask whoever looks after accounts for a link.
own-password-wrong = Check your current password: this is not it.
own-proof-refused = Check the password and the code: they do not go together. A code serves once: wait for the next one.
own-code-now = Code of your second factor
own-sign-in-again = Sign out, sign in again, then start over within ten minutes: it proves that it is you.
own-factor = Second factor
own-factor-why = A code from your telephone, besides the password: a stolen password is no longer enough.
own-factor-on = { $count ->
    [0] Set up. No recovery code is left.
    [one] Set up. One recovery code is left.
   *[other] Set up. { $count } recovery codes are left.
  }
own-factor-off = Not set up.
own-factor-set-up = Set up
own-factor-manage = Renew or remove
own-factor-title = Your second factor
own-factor-first = Your role asks for a second factor: set it up, the rest opens afterwards. You need an application of codes on a telephone or a computer.
own-factor-bound = Your role asks for a second factor: it is renewed, never removed.
own-factor-picture = Picture to be read by an application of codes; the key written below says the same.
own-factor-by-hand = Without a camera, type this key:
own-factor-step-1 = In an application of codes, add an account by reading this picture:
own-factor-address = On this telephone, open the application
own-factor-step-2 = Then type the code it shows.
own-factor-code = Six-digit code
own-factor-code-wrong = Check the code: it does not come from this key, or it is too old. Is the time of the telephone right?
own-factor-send = Set up this second factor
own-factor-replaces = The one before will no longer work, nor its recovery codes. Your other sessions will be closed.
own-codes-title = Your recovery codes
own-codes-lede = Each stands once for the code of the telephone. Note them now, away from this computer: they will not be shown again.
own-codes-noted = I have noted them
own-codes-new = New recovery codes
own-codes-new-why = The ones before will no longer work.
own-codes-send = Get ten new codes
own-factor-remove = Remove the second factor
own-factor-remove-send = Remove
own-factor-removed = The second factor is removed.
own-sessions = Open sessions
own-sessions-why = We keep the day, not the place nor the device.
own-sessions-count = { $count ->
    [one] One session, this one.
   *[other] { $count } sessions, this one included.
  }
own-session-day = { $count ->
    [one] opened on { $date }
   *[other] { $count } opened on { $date }
  }
own-sessions-close = Sign out everywhere
own-identities = Linked identities
own-identities-why = A provider says that it is you; nothing else comes from it.
own-identity-since = since { $date }
own-identity-remove = Unlink
own-identity-removed = The identity is unlinked.
own-identity-only = It is your only way to sign in. First ask whoever looks after accounts for a password link.
own-data = Your data
own-data-why = All that concerns you, in a file that you can read, keep or give.
own-data-download = Download all that concerns me (JSON)
own-erase = Erase my account
own-erase-title = Erase your account
own-erase-lede = It is immediate and cannot be undone.
own-erase-goes = What goes
own-erase-goes-what = Your address, your name, your roles, your password, your linked identities, your sessions, your drafts, and the link between you and the records you declared.
own-erase-stays = What stays
own-erase-stays-what = The records, the opinions and the decisions: they are signed by a function, and nothing there says that it was you. Backups made before keep your account until they are deleted.
own-erase-address = Type your address to confirm
own-erase-differs = Type the address of this account, in full: { $email }.
own-erase-send = Erase my account for good

## Accounts

accounts-title = Accounts
accounts-lede = Who works here, and what each may do. No account appears in a record or in the journal.
accounts-invite = Invite a person
accounts-rule = You look after accounts; you do not read records.
accounts-search = Name or address
accounts-role = Role
accounts-state = State
accounts-any = All
accounts-filter = Search
accounts-count = { $count ->
    [0] No account matches.
    [one] One account
   *[other] { $count } accounts
  }
accounts-who = Person
accounts-roles = Roles
accounts-seen = Last sign-in
accounts-never = never
accounts-no-role = no role
accounts-previous = Previous page
accounts-next = Next page
accounts-page = Page { $page } of { $pages }
accounts-invite-title = Invite a person
accounts-invite-lede = You will hand a link over yourself: this site e-mails no invitation.
accounts-email = Professional e-mail address
accounts-name = Name
accounts-name-hint = Optional: the person will be able to change it.
accounts-role-pick = What does the person come to do?
accounts-where = For which authority?
accounts-where-everywhere = All of them, those to come included
accounts-department = Department
accounts-department-hint = For a member of staff or a contact. Empty: all of them.
accounts-functions = For which functions?
accounts-functions-hint = For a reviewer only. A function may be shared between authorities.
accounts-invite-send = Invite
accounts-link-title = A link to hand over
accounts-link-lede = Hand it over to { $email }, by safe means. It works once, until { $until }. This page will not show it again.
accounts-link-label = Link
accounts-back = Back to accounts
accounts-facts = The account
accounts-fact-email = Address
accounts-fact-created = Made on
accounts-fact-closed = Closed on
accounts-fact-erased = Will be erased on
accounts-known = This person already had an account: its roles are up to date.
accounts-correct = Put right
accounts-corrected = The account is put right.
accounts-granted = The role is given.
accounts-revoked = The role is taken away.
accounts-closed = The account is closed: its sessions and links no longer work.
accounts-opened = The account is open again.
accounts-erased = The account is erased.
accounts-revoke = Take away
accounts-revoke-what = Take away: { $role }
accounts-add-role = Give a role
accounts-add-role-why = A role already held in the same place takes the new functions.
accounts-add-role-send = Give this role
accounts-manage = Look after this account
accounts-link-make = Make a new link
accounts-link-why-invited = An invitation, for seven days. The one before will no longer work.
accounts-link-why-active = To choose a new password, for a day. The second factor stays.
accounts-close = Close the account
accounts-close-why = The person will no longer be able to sign in. The account can be opened again; it is erased after { $days } days.
accounts-open = Open the account again
accounts-erase = Erase the account
accounts-erase-title = Erase the account of { $name }
accounts-erase-address = Type the address of the account to confirm
accounts-erase-send = Erase for good
accounts-erase-goes-what = The address, the name, the roles, the password, the linked identities, the sessions, the drafts, and the link between the person and the records they declared.
accounts-erase-note = Identifier: { $id }. Note it with the date: if an older backup is restored, the account comes back and must be erased again.
