use domain::Remark;

/// Why a sign-in did not happen: one variant a cause, and nothing secret in any.
///
/// Its sentence in English is for logs. What a person reads is [`OidcError::remark`], in their
/// language, with what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// The provider does not answer, or not in time.
    #[error("the identity provider cannot be reached")]
    Unreachable,
    /// The provider says that it is out of order.
    #[error("the identity provider is out of order")]
    OutOfOrder,
    /// An answer is longer than what such an answer can be.
    #[error("the identity provider sent an answer that is too long")]
    TooLong,
    /// The description or the keys of the provider are not what they should be.
    #[error("the description or the keys of the identity provider cannot be used")]
    Discovery,
    /// The provider found at the address says that it is another one.
    #[error("the identity provider names itself otherwise than the settings do")]
    OtherProvider,
    /// The return does not belong to a sign-in begun in this browser.
    #[error("the return does not belong to this sign-in")]
    State,
    /// The sign-in took more than ten minutes.
    #[error("the sign-in was begun too long ago")]
    TooLate,
    /// The address of return lacks the code, or says something twice.
    #[error("the return from the identity provider cannot be read")]
    Return,
    /// The person, or their organisation, said no.
    #[error("the identity provider says that access was denied")]
    Denied,
    /// The provider refused what was asked, such as a parameter it does not know.
    #[error("the identity provider refused the request")]
    RequestRefused,
    /// The code was already used, or it expired.
    #[error("the identity provider refused the code")]
    CodeRefused,
    /// The provider does not recognise this observatory.
    #[error("the identity provider refused the client identifier or its secret")]
    ClientRefused,
    /// The answer to the code holds no token that can be read.
    #[error("the answer to the code holds no ID token that can be read")]
    Token,
    /// A token is not signed, or not by the provider, or not as agreed.
    #[error("a token is not signed as it must be")]
    Signature,
    /// A token comes from another provider.
    #[error("a token names another issuer")]
    Issuer,
    /// A token is meant for another service.
    #[error("a token is meant for another service")]
    Audience,
    /// A token was made for another sign-in.
    #[error("the ID token was made for another sign-in")]
    Nonce,
    /// A token is too old.
    #[error("a token is expired")]
    Expired,
    /// A token does not hold yet.
    #[error("a token does not hold yet")]
    NotYet,
    /// The provider says that the person signed in less strongly than the settings ask.
    #[error("the identity provider tells a weaker sign-in than the settings ask")]
    Level,
    /// What the provider says of the person cannot be read.
    #[error("what the identity provider says of the person cannot be read")]
    Userinfo,
    /// What the provider says is about somebody else.
    #[error("userinfo is about another subject than the ID token")]
    Subject,
    /// The provider gives no usable e-mail address.
    #[error("the identity provider gives no e-mail address")]
    NoEmail,
    /// The provider says that the address was not verified.
    #[error("the e-mail address is not verified")]
    EmailNotVerified,
    /// The provider does not say for which establishment the person works.
    #[error("the identity provider gives no siret")]
    NoSiret,
    /// The person works for an establishment that is not on the list.
    #[error("the siret is not on the list of those allowed")]
    SiretNotAllowed,
}

impl OidcError {
    /// Every one of them.
    pub const ALL: [Self; 26] = [
        Self::Unreachable,
        Self::OutOfOrder,
        Self::TooLong,
        Self::Discovery,
        Self::OtherProvider,
        Self::State,
        Self::TooLate,
        Self::Return,
        Self::Denied,
        Self::RequestRefused,
        Self::CodeRefused,
        Self::ClientRefused,
        Self::Token,
        Self::Signature,
        Self::Issuer,
        Self::Audience,
        Self::Nonce,
        Self::Expired,
        Self::NotYet,
        Self::Level,
        Self::Userinfo,
        Self::Subject,
        Self::NoEmail,
        Self::EmailNotVerified,
        Self::NoSiret,
        Self::SiretNotAllowed,
    ];

    /// Key of its message; what to do is under the same key with `-hint`.
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Unreachable => "oidc-unreachable",
            Self::OutOfOrder => "oidc-out-of-order",
            Self::TooLong => "oidc-too-long",
            Self::Discovery => "oidc-discovery",
            Self::OtherProvider => "oidc-other-provider",
            Self::State => "oidc-state",
            Self::TooLate => "oidc-too-late",
            Self::Return => "oidc-return",
            Self::Denied => "oidc-denied",
            Self::RequestRefused => "oidc-request-refused",
            Self::CodeRefused => "oidc-code-refused",
            Self::ClientRefused => "oidc-client-refused",
            Self::Token => "oidc-token",
            Self::Signature => "oidc-signature",
            Self::Issuer => "oidc-issuer",
            Self::Audience => "oidc-audience",
            Self::Nonce => "oidc-nonce",
            Self::Expired => "oidc-expired",
            Self::NotYet => "oidc-not-yet",
            Self::Level => "oidc-level",
            Self::Userinfo => "oidc-userinfo",
            Self::Subject => "oidc-subject",
            Self::NoEmail => "oidc-no-email",
            Self::EmailNotVerified => "oidc-email-not-verified",
            Self::NoSiret => "oidc-no-siret",
            Self::SiretNotAllowed => "oidc-siret-not-allowed",
        }
    }

    /// What a person reads, before it has a language.
    pub fn remark(self) -> Remark {
        Remark::new(self.message_key())
    }
}
