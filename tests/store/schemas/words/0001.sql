BEGIN TRANSACTION;
CREATE TABLE anchors (
                word INTEGER NOT NULL REFERENCES words ON DELETE CASCADE,
                is_other INTEGER NOT NULL,
                key TEXT NOT NULL,
                PRIMARY KEY (word, is_other, key)
            ) STRICT, WITHOUT ROWID;
INSERT INTO "anchors" VALUES(1,0,'a');
INSERT INTO "anchors" VALUES(1,0,'b');
INSERT INTO "anchors" VALUES(1,1,'c');
CREATE TABLE migrations (name TEXT PRIMARY KEY) STRICT;
INSERT INTO "migrations" VALUES('0001 words');
CREATE TABLE words (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                said TEXT NOT NULL,
                at TEXT NOT NULL,
                newest TEXT,
                actions TEXT NOT NULL,
                until TEXT,
                value TEXT NOT NULL,
                name TEXT NOT NULL,
                sender_kind TEXT,
                opportunity TEXT NOT NULL,
                title TEXT NOT NULL
            ) STRICT;
INSERT INTO "words" VALUES(1,'done','2026-03-10T09:15:00+01:00','2026-03-08T09:15:00+01:00','2026-03-07T09:15:00+01:00','["reply", "thank_you"]','2026-03-12T09:15:00+01:00','dana@talent.example','Dana Reed','agency','o-12345678','Data Engineer at Acme');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('words',1);
COMMIT;
