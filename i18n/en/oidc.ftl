# Signing in through a provider: what can fail, and what to do.

## While signing in

oidc-unreachable = The sign-in service does not answer.
oidc-unreachable-hint = Try again in a few minutes. If it lasts, tell the IT department.
oidc-out-of-order = The sign-in service is out of order for now.
oidc-out-of-order-hint = Try again in a few minutes: there is nothing to change on your side.
oidc-too-long = The sign-in service sent an answer of unusual length; it was not read.
oidc-too-long-hint = Tell the IT department: the address of the provider must be checked.
oidc-discovery = The sign-in service describes itself in a way that cannot be used.
oidc-discovery-hint = Tell the IT department: check issuer in the [oidc] block of vigie.toml.
oidc-other-provider = The sign-in service found is not the one expected.
oidc-other-provider-hint = Do not type your password, and tell the IT department: issuer, in vigie.toml, must be written as the provider names itself.
oidc-state = This return does not match any sign-in begun in this browser.
oidc-state-hint = Sign in again from this page, without an old link or the “Back” button.
oidc-too-late = Signing in took more than ten minutes: it is no longer valid.
oidc-too-late-hint = Sign in again.
oidc-return = The address of return is incomplete.
oidc-return-hint = Sign in again; do not copy the address by hand.
oidc-denied = You were not signed in: access was denied or given up.
oidc-denied-hint = Try again if this was a mistake. Otherwise, ask your organisation whether it allows this service.
oidc-request-refused = The sign-in service refuses the request of the observatory.
oidc-request-refused-hint = Tell the IT department: check scopes, pkce, acr_values and redirect in the [oidc] block of vigie.toml. ProConnect does not accept PKCE.
oidc-code-refused = This return was already used, or it waited for too long.
oidc-code-refused-hint = Sign in again, without reloading the page of return.
oidc-client-refused = The sign-in service does not recognise the observatory.
oidc-client-refused-hint = Tell the IT department: check client_id in vigie.toml and the secret in VIGIE_OIDC_CLIENT_SECRET.
oidc-token = The sign-in service sent no proof of sign-in that can be read.
oidc-token-hint = Try again. If it happens again, tell the IT department.
oidc-signature = The proof of sign-in is not signed as it must be; it was refused.
oidc-signature-hint = Tell the IT department: the signature registered with the provider must be listed in algorithms, [oidc] block of vigie.toml.
oidc-issuer = The proof of sign-in comes from another provider; it was refused.
oidc-issuer-hint = Try again. If it happens again, tell the IT department: it may be an attempt at fraud.
oidc-audience = The proof of sign-in is meant for another service; it was refused.
oidc-audience-hint = Try again. If it happens again, tell the IT department: check client_id in vigie.toml.
oidc-nonce = The proof of sign-in belongs to another sign-in; it was refused.
oidc-nonce-hint = Close the other sign-in tabs, then try again.
oidc-expired = The proof of sign-in is no longer valid.
oidc-expired-hint = Try again. If it happens again, tell the IT department: the clock of the server must be checked.
oidc-not-yet = The proof of sign-in does not hold yet.
oidc-not-yet-hint = Start again in a minute. If it happens again, tell the IT department: the clock of the server is to be checked.
oidc-level = This observatory asks for a stronger sign-in than the one the sign-in service tells.
oidc-level-hint = Start again, using your second factor at the sign-in service. If it offers you none, tell the IT department: accepted_acr and accepted_amr, table [oidc] of vigie.toml, say what is asked for.
oidc-userinfo = The sign-in service could not say who you are.
oidc-userinfo-hint = Try again. If it happens again, tell the IT department: check scopes in vigie.toml.
oidc-subject = The sign-in service answered about somebody else; signing in was refused.
oidc-subject-hint = Try again. If it happens again, tell the IT department: it may be an attempt at fraud.
oidc-no-email = The sign-in service gave no e-mail address.
oidc-no-email-hint = Check that your account has your professional address. Otherwise, tell the IT department: email must be listed in scopes.
oidc-email-not-verified = Your e-mail address is not verified.
oidc-email-not-verified-hint = Confirm it with the sign-in service, then try again.
oidc-no-siret = The sign-in service did not say for which establishment you work.
oidc-no-siret-hint = Choose your establishment as you sign in. Otherwise, tell the IT department: siret must be listed in scopes.
oidc-siret-not-allowed = Your establishment has no access to this observatory.
oidc-siret-not-allowed-hint = If you work for several establishments, sign in again with the other one. Otherwise, write to the contact address.

## The [oidc] block of vigie.toml

oidc-setting-address = The address “{ $value }” of { $field } cannot be used.
oidc-setting-address-hint = In the [oidc] block, write { $field } as a whole https:// address, without password, with nothing after the path for issuer.
oidc-setting-no-client = The sign-in provider will not know who asks: client_id is empty.
oidc-setting-no-client-hint = Copy into client_id, [oidc] block, the identifier that the provider gave.
oidc-setting-no-secret = The secret of the sign-in provider is missing.
oidc-setting-no-secret-hint = Give it in the variable { $variable }, or in a file that { $variable }_FILE names, never in vigie.toml.
oidc-setting-short-secret = The secret is too short to verify HS256 signatures.
oidc-setting-short-secret-hint = Ask the provider for a secret of at least { $bytes } characters, or take HS256 out of algorithms.
oidc-setting-no-redirect = The address to come back to after signing in is not known.
oidc-setting-no-redirect-hint = Fill in public_url in the [server] block, or redirect in the [oidc] block.
oidc-setting-scope = “{ $value }” cannot be an item of scopes.
oidc-setting-scope-hint = Write one word per item, such as scopes = ["email", "siret"].
oidc-setting-algorithm = The signature “{ $value }” is not accepted.
oidc-setting-algorithm-hint = Choose in algorithms among: { $known }.
oidc-setting-no-algorithm = No signature is accepted: nobody could sign in.
oidc-setting-no-algorithm-hint = Take algorithms out of the [oidc] block, or name there the signature registered with the provider.
oidc-setting-siret = “{ $value }” is not a SIRET number.
oidc-setting-siret-hint = A SIRET has fourteen digits: correct allowed_siret in the [oidc] block.
oidc-setting-ca = The file “{ $value }” of ca_file holds no certificate that can be read.
oidc-setting-ca-hint = Give a PEM file of authority certificates, beside vigie.toml or by its full path.
oidc-setting-create = Accounts would be made for anybody, or nowhere: create needs allowed_siret and authority.
oidc-setting-create-hint = Fill in allowed_siret and authority in the [oidc] table, or take create out.
oidc-setting-authority = The authority “{ $value }” of authority, [oidc] table, is not in vigie.toml.
oidc-setting-authority-hint = Write in authority the slug of an [[authorities]] table.
oidc-setting-blank-level = { $field } holds an empty item: nobody could sign in.
oidc-setting-blank-level-hint = Write in { $field }, table [oidc], the words that the provider uses, or take it out.
oidc-setting-levels-apart = No level asked for ({ $asked }) is accepted ({ $accepted }): nobody could sign in.
oidc-setting-levels-apart-hint = In the table [oidc], put one of the levels of accepted_acr into acr_values, or take acr_values out: those of accepted_acr are then asked for.

## The pages

provider-button = Sign in with { $name }
provider-proconnect = Sign in with ProConnect
provider-about-proconnect = What is ProConnect?
provider-cookie = A second cookie, for ten minutes at most, recognises this browser when you come back.
provider-or-password = Or with a password
provider-away = You are leaving to identify yourself
provider-away-lede = Your browser is going to the sign-in service. If nothing happens, continue.
provider-leaving = You are leaving to sign out
provider-not-in = You are not signed in
provider-again = Back to sign-in
provider-contact = To reach the observatory:
provider-stranger = You are identified, but no account here has your address.
provider-stranger-hint = Ask whoever manages the accounts of your administration for an invitation, at the address the sign-in service gives. Public pages need no account.
provider-unprovable = An account has your address, but nothing can show yet that it is yours.
provider-unprovable-hint = Ask whoever manages the accounts for a link, choose a password, then start again: it will be asked for once.
provider-closed = This account is closed.
provider-closed-hint = If that is a mistake, write to whoever manages the accounts.
provider-not-leaving = This return does not belong to any signing out begun in this browser.
provider-not-leaving-hint = If you were signed in, use the button “Sign out” of your space.
provider-confirm-title = Is this account yours?
provider-confirm-password = { $name } knows you at the address { $email }. An account already has that address: give its password to join them.
provider-confirm-invitation = { $name } knows you at the address { $email }. An invitation waits for that address: is it you?
provider-confirm-once = Asked once. Afterwards, the sign-in service will be enough.
provider-password-hint = That of your account here, not that of the sign-in service.
provider-confirm-send = It is me
provider-confirm-not = It is not me
provider-refused = Check the password: it is not that of this account.
provider-refused-code = Check the password and the code: they do not go together, or the code was already used.
