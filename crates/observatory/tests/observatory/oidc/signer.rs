//! Keys made for the tests, and tokens signed with them.

use super::provider::SECRET;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{
    CoreHmacKey, CoreJsonCurveType, CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm,
    CoreRsaPrivateSigningKey,
};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use rsa::RsaPrivateKey;
use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use rsa::rand_core::OsRng;
use serde_json::{Value, json};
use std::sync::OnceLock;

/// Who signs a token.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Signer {
    /// The provider, ES256.
    Curve,
    /// The provider, RS256.
    Rsa,
    /// The provider, HS256 with the client secret.
    Secret,
    /// Somebody else, under the name of the provider's key.
    Stranger,
    /// Somebody who signs with the public key as if it were the secret.
    Confuser,
    /// Nobody: `alg` is none.
    Nobody,
}

impl Signer {
    pub(super) fn sign(self, claims: &Value) -> String {
        let (name, key) = match self {
            Self::Curve | Self::Stranger => ("ES256", Some("curve")),
            Self::Rsa => ("RS256", Some("rsa")),
            Self::Secret => ("HS256", None),
            Self::Confuser => ("HS256", Some("rsa")),
            Self::Nobody => ("none", None),
        };
        let mut header = json!({"alg": name, "typ": "JWT"});
        if let Some(key) = key {
            header["kid"] = key.into();
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(claims));
        let signature = URL_SAFE_NO_PAD.encode(self.signature(signed.as_bytes()));
        format!("{signed}.{signature}")
    }

    fn signature(self, signed: &[u8]) -> Vec<u8> {
        let curve = |key: SigningKey| {
            let signature: Signature = key.sign(signed);
            signature.to_bytes().to_vec()
        };
        let hmac = |secret: String| {
            let algorithm = CoreJwsSigningAlgorithm::HmacSha256;
            CoreHmacKey::new(secret)
                .sign(&algorithm, signed)
                .expect("signs")
        };
        match self {
            Self::Curve => curve(curve_key(7)),
            Self::Stranger => curve(curve_key(9)),
            Self::Rsa => {
                let algorithm = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
                rsa_key().sign(&algorithm, signed).expect("signs")
            }
            Self::Secret => hmac(SECRET.to_owned()),
            Self::Confuser => hmac(keys(true)["keys"][1]["n"].to_string()),
            Self::Nobody => Vec::new(),
        }
    }
}

fn curve_key(byte: u8) -> SigningKey {
    SigningKey::from_slice(&[byte; 32]).expect("a key")
}

fn rsa_key() -> &'static CoreRsaPrivateSigningKey {
    static KEY: OnceLock<CoreRsaPrivateSigningKey> = OnceLock::new();
    KEY.get_or_init(|| {
        let key = RsaPrivateKey::new(&mut OsRng, 2048).expect("a key");
        let written = key.to_pkcs1_pem(LineEnding::LF).expect("written");
        let name = JsonWebKeyId::new("rsa".to_owned());
        CoreRsaPrivateSigningKey::from_pem(&written, Some(name)).expect("read")
    })
}

fn curve_public(byte: u8, name: &str) -> CoreJsonWebKey {
    let point = curve_key(byte).verifying_key().to_sec1_point(false);
    let (x, y) = (
        point.x().expect("x").to_vec(),
        point.y().expect("y").to_vec(),
    );
    let name = JsonWebKeyId::new(name.to_owned());
    CoreJsonWebKey::new_ec(x, y, CoreJsonCurveType::P256, Some(name))
}

/// The keys the provider publishes.
pub(super) fn keys(with_rsa: bool) -> Value {
    let mut keys = vec![curve_public(7, "curve")];
    keys.extend(with_rsa.then(|| rsa_key().as_verification_key()));
    serde_json::to_value(CoreJsonWebKeySet::new(keys)).expect("JSON")
}

/// Those it published before.
pub(super) fn former_keys() -> Value {
    let keys = vec![curve_public(11, "former")];
    serde_json::to_value(CoreJsonWebKeySet::new(keys)).expect("JSON")
}

/// How a client says who it is in a header.
pub(super) fn basic(client: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{client}:{secret}")))
}
