//! An open observatory: its folder, its texts, its database.

use crate::clock;
use crate::complaint::complain;
use crate::config::{self, Config};
use crate::embedded;
use crate::identity::safe::Safe;
use crate::pipeline;
use anyhow::{Context, Result};
use arc_swap::ArcSwap;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Authority, Language, OwnText, Remark, UseCase};
use publish::{Wording, Words};
use reference::{Diagnostic, Reference, Tree};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Change, Store};

/// Folders of an observatory that lie over the files of the binary. Templates and code do not.
const OVERLAYS: [&str; 5] = ["data", "framework", "content", "i18n", "static"];

/// The files an observatory reads, and what they say.
pub struct Library {
    /// Files by path.
    pub tree: Tree,
    /// What `data/` and `framework/` say.
    pub reference: Reference,
    /// The words of the interface.
    pub words: Words,
    /// Every mistake found on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// What was written in the browser and lies over everything else.
    own: Vec<OwnText>,
}

/// An open observatory.
pub struct Instance {
    /// Its folder.
    pub folder: PathBuf,
    /// Its configuration.
    pub config: Config,
    /// Its database.
    pub store: Store,
    /// What the seeds of second factors are kept under.
    pub safe: Safe,
    library: ArcSwap<Library>,
}

impl Library {
    /// The files of the binary, with those of a folder laid over them.
    pub fn open(folder: Option<&Path>) -> Result<Self> {
        Ok(Self::read(Self::files(folder)?))
    }

    /// The same, with what was written in the browser laid over both.
    pub fn with_own_texts(folder: &Path, own: Vec<OwnText>) -> Result<Self> {
        let mut tree = Self::files(Some(folder))?;
        for text in &own {
            tree.insert(&text.path, text.body.as_bytes());
        }
        let library = Self::read(tree);
        Ok(Self { own, ..library })
    }

    /// The files of the binary, with those of a folder laid over them.
    pub fn files(folder: Option<&Path>) -> Result<Tree> {
        let mut tree = embedded::tree();
        for name in OVERLAYS {
            let Some(path) = folder.map(|folder| folder.join(name)) else {
                continue;
            };
            let overlay = Tree::from_dir(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            let paths: Vec<_> = overlay.paths("", "").map(str::to_owned).collect();
            for path in paths {
                if let Some(bytes) = overlay.get(&path) {
                    tree.insert(format!("{name}/{path}"), bytes);
                }
            }
        }
        Ok(tree)
    }

    /// Reads a tree.
    pub fn read(tree: Tree) -> Self {
        let (reference, mut diagnostics) = Reference::read(&tree);
        let (words, found) = Words::read(&tree);
        diagnostics.extend(found);
        Self {
            tree,
            reference,
            words,
            diagnostics,
            own: Vec::new(),
        }
    }

    /// How things are said in a language.
    pub fn wording(&self, language: Language) -> Wording<'_> {
        Wording {
            words: &self.words,
            reference: &self.reference,
            language,
        }
    }
}

impl Instance {
    /// Opens the observatory of a folder and brings its tables to the newest shape.
    pub async fn open(folder: PathBuf) -> Result<Self> {
        if !folder.join(config::FILE).is_file() {
            let folder = folder.display();
            return Err(complain(
                Remark::new("not-an-observatory").with("folder", folder),
            ));
        }
        let config = Config::read(&folder)?;
        let safe = config::safe()?;
        let url = config.database_url(&folder)?;
        let store = Store::open(&url)
            .await
            .context("the database cannot be opened")?;
        store
            .migrate()
            .await
            .context("the tables cannot be brought up to date")?;
        let library = Library::with_own_texts(&folder, own_texts(&store).await?)?;
        let instance = Self {
            folder,
            config,
            safe,
            library: ArcSwap::from_pointee(library),
            store,
        };
        instance.write_authorities().await?;
        pipeline::records::load(&instance).await?;
        Ok(instance)
    }

    /// What the observatory reads: the files, with what was written in the browser.
    pub fn library(&self) -> Arc<Library> {
        self.library.load_full()
    }

    /// Reads with other files from now on.
    pub fn read_with(&self, library: Arc<Library>) {
        self.library.store(library);
    }

    /// Reads the files again when somebody wrote a text since, in this process or in another.
    pub async fn refresh_library(&self) -> Result<()> {
        let own = own_texts(&self.store).await?;
        if own != self.library().own {
            let library = Library::with_own_texts(&self.folder, own)?;
            self.read_with(Arc::new(library));
        }
        Ok(())
    }

    /// The authorities of the file become records, so that their history is kept too.
    async fn write_authorities(&self) -> Result<()> {
        for configured in &self.config.authorities {
            let Some(authority) = configured.authority() else {
                let remark = Remark::new("authority-kind")
                    .with("slug", &configured.slug)
                    .with("kind", &configured.kind);
                return Err(complain(remark));
            };
            let known = self.store.get::<Authority>(authority.id).await?;
            let authority = Authority {
                // What the file does not say may have been said in the browser.
                staff: authority
                    .staff
                    .or(known.and_then(|known| known.document.staff)),
                ..authority
            };
            self.store.put(&authority, &change("lead")).await?;
        }
        self.withdraw_renamed_authorities().await
    }

    /// An authority that the file no longer names, and that owns nothing, was only renamed.
    async fn withdraw_renamed_authorities(&self) -> Result<()> {
        for authority in self.authorities().await? {
            let is_named = self
                .config
                .authorities
                .iter()
                .any(|a| a.slug == authority.slug);
            let is_from_file = config::authority_id(&authority.slug) == authority.id;
            if is_named || !is_from_file {
                continue;
            }
            let owned = self.store.all_of::<UseCase>(&authority.slug).await?;
            if owned.is_empty() {
                self.store.withdraw(&authority, &change("lead")).await?;
            }
        }
        Ok(())
    }

    /// The authorities of the database.
    pub async fn authorities(&self) -> Result<Vec<Authority>> {
        let records = self.store.all::<Authority>().await?;
        Ok(records.into_iter().map(|record| record.document).collect())
    }

    /// Today, where the first authority lives.
    pub async fn today(&self) -> Result<NaiveDate> {
        self.day_of(clock::now()).await
    }

    /// The day of an instant, where the first authority lives.
    pub async fn day_of(&self, at: DateTime<Utc>) -> Result<NaiveDate> {
        let zone = self.time_zone().await?;
        Ok(clock::day_in(at, &zone))
    }

    /// The time zone of the first authority.
    pub async fn time_zone(&self) -> Result<String> {
        let authorities = self.authorities().await?;
        let zone = authorities.into_iter().next();
        Ok(zone.map_or_else(|| "Europe/Paris".to_owned(), |a| a.time_zone))
    }
}

async fn own_texts(store: &Store) -> Result<Vec<OwnText>> {
    let texts = store.all::<OwnText>().await?;
    Ok(texts.into_iter().map(|record| record.document).collect())
}

/// A change made now by a function.
pub fn change(by: &str) -> Change {
    Change {
        at: clock::now(),
        by: by.to_owned(),
        note: None,
    }
}
