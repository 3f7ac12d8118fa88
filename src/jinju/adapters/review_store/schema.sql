-- The store of jinju, version 1: what the learner did, what the deck files held, and where each card stands.
--
-- Reviews and retractions are only ever added to. All that is in `cards` from `phase` on is a fold over them,
-- kept to be fast, and can be made anew. Milliseconds since 1970 UTC are called `at`; `day` is a learner's day.

CREATE TABLE decks (
    id     INTEGER PRIMARY KEY,
    path   TEXT    NOT NULL UNIQUE,   -- absolute, symbolic links followed
    name   TEXT    NOT NULL,
    digest TEXT    NOT NULL,          -- SHA-256 of the file as it was last read
    size   INTEGER NOT NULL,          -- of the file then
    mtime  INTEGER NOT NULL           -- of the file then, in nanoseconds; -1: too fresh to be trusted
);

CREATE TABLE articles (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    title   TEXT NOT NULL,
    content TEXT NOT NULL             -- source, url, author, date, digest and paragraphs, as JSON
);

CREATE TABLE items (
    id      INTEGER PRIMARY KEY,
    guid    TEXT NOT NULL UNIQUE,     -- the item's permanent id in the deck file
    article INTEGER REFERENCES articles,
    theme   TEXT NOT NULL DEFAULT '',
    content TEXT                      -- the rest of the item as JSON; NULL: known by its reviews only
);

CREATE INDEX items_of_article ON items (article);

CREATE TABLE places (                 -- which deck file holds which item
    deck     INTEGER NOT NULL REFERENCES decks ON DELETE CASCADE,
    item     INTEGER NOT NULL REFERENCES items,
    position INTEGER NOT NULL,
    PRIMARY KEY (deck, item)
) WITHOUT ROWID;

CREATE INDEX places_of_item ON places (item, position);

CREATE TABLE cards (
    id          INTEGER PRIMARY KEY,
    item        INTEGER NOT NULL REFERENCES items,
    number      INTEGER NOT NULL,               -- the cloze number
    archived    INTEGER NOT NULL DEFAULT 0,     -- 1: no deck file holds it; its reviews stay
    suspended   INTEGER NOT NULL DEFAULT 0,
    flagged     INTEGER NOT NULL DEFAULT 0,
    buried      INTEGER,                        -- the day on which it is put off
    phase       TEXT    NOT NULL DEFAULT 'new',
    step        INTEGER,
    stability   REAL,
    difficulty  REAL,
    due_day     INTEGER,
    due_at      INTEGER,
    last_at     INTEGER,
    last_offset INTEGER,
    interval    INTEGER NOT NULL DEFAULT 0,
    reps        INTEGER NOT NULL DEFAULT 0,
    lapses      INTEGER NOT NULL DEFAULT 0,
    UNIQUE (item, number)
);

CREATE INDEX cards_due ON cards (due_day) WHERE due_day IS NOT NULL AND archived = 0 AND suspended = 0;
CREATE INDEX cards_steps ON cards (due_at) WHERE due_at IS NOT NULL AND archived = 0 AND suspended = 0;
CREATE INDEX cards_new ON cards (item, number) WHERE phase = 'new' AND archived = 0 AND suspended = 0;

CREATE TABLE reviews (
    id     INTEGER PRIMARY KEY,                 -- in the order in which they came
    card   INTEGER NOT NULL REFERENCES cards,
    at     INTEGER NOT NULL,
    offset INTEGER NOT NULL,                    -- seconds east of UTC on the learner's clock
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    taken  INTEGER NOT NULL,                    -- milliseconds
    hints  INTEGER NOT NULL,
    mode   TEXT    NOT NULL,                    -- reveal, type or anki
    source TEXT    NOT NULL,                    -- '' for jinju's own, else where it was brought from
    turn   INTEGER NOT NULL                     -- its place among the card's reviews: `at`, unless the clock went back
);

CREATE UNIQUE INDEX reviews_of_card ON reviews (card, at);
CREATE INDEX reviews_by_time ON reviews (at);

CREATE TABLE retractions (                      -- reviews that were taken back
    review INTEGER PRIMARY KEY REFERENCES reviews,
    at     INTEGER NOT NULL
);

CREATE TABLE weights (                          -- FSRS parameters fitted to the learner's reviews; the last counts
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    parameters TEXT    NOT NULL,                -- JSON list of numbers
    provenance TEXT    NOT NULL                 -- JSON: how many reviews, log loss before and after, fitted by what
);

CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;

CREATE TRIGGER reviews_are_never_removed BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;

CREATE TRIGGER retractions_are_never_removed BEFORE DELETE ON retractions
BEGIN SELECT RAISE(ABORT, 'reviews are only ever added'); END;
