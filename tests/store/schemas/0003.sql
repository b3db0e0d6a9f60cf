BEGIN TRANSACTION;
CREATE TABLE accounts (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                place TEXT NOT NULL,
                settled TEXT NOT NULL DEFAULT ''
            ) STRICT;
INSERT INTO "accounts" VALUES(1,'own','sam at imap.example:993','');
CREATE TABLE chores (
                name TEXT NOT NULL,
                day TEXT NOT NULL,
                at REAL NOT NULL,
                PRIMARY KEY (name, day)
            ) STRICT, WITHOUT ROWID;
INSERT INTO "chores" VALUES('digest','2026-03-03',1772564400.0);
CREATE TABLE digests (
                id INTEGER PRIMARY KEY,
                date TEXT NOT NULL,
                message_id TEXT NOT NULL,
                recipient TEXT NOT NULL,
                made TEXT NOT NULL,
                by_hand INTEGER NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
                tries INTEGER NOT NULL DEFAULT 0,
                next_try REAL NOT NULL DEFAULT 0,
                error TEXT NOT NULL DEFAULT '',
                shown BLOB NOT NULL,
                mail BLOB,
                CHECK ((mail IS NOT NULL) = (state = 'waiting'))
            ) STRICT;
CREATE TABLE locations (
                mailbox INTEGER NOT NULL REFERENCES mailboxes ON DELETE CASCADE,
                uid INTEGER NOT NULL,
                message INTEGER REFERENCES messages ON DELETE SET NULL,
                PRIMARY KEY (mailbox, uid)
            ) STRICT, WITHOUT ROWID;
INSERT INTO "locations" VALUES(1,1,1);
INSERT INTO "locations" VALUES(1,2,2);
CREATE TABLE mailboxes (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
                name TEXT NOT NULL,
                is_junk INTEGER NOT NULL,
                uidvalidity INTEGER NOT NULL,
                uidnext INTEGER NOT NULL,
                messages INTEGER NOT NULL,
                modseq INTEGER,
                UNIQUE (account, name)
            ) STRICT;
INSERT INTO "mailboxes" VALUES(1,1,'INBOX',0,7,3,2,NULL);
CREATE TABLE messages (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
                identity TEXT NOT NULL,
                thread_hint TEXT,
                instant REAL,
                state TEXT NOT NULL CHECK (state IN ('skipped', 'waiting', 'kept', 'dropped', 'broken')),
                reason TEXT NOT NULL,
                score REAL,
                model TEXT NOT NULL DEFAULT '',
                is_new INTEGER NOT NULL DEFAULT 1,
                raw BLOB,
                UNIQUE (account, identity)
            ) STRICT;
INSERT INTO "messages" VALUES(1,1,'aa',NULL,1773133200.0,'skipped','went to many',NULL,'',1,NULL);
INSERT INTO "messages" VALUES(2,1,'bb',NULL,1773133200.0,'kept','words of hiring in the header',0.9,'1',1,X'789C');
CREATE TABLE migrations (name TEXT PRIMARY KEY) STRICT;
INSERT INTO "migrations" VALUES('0001 mailboxes and messages');
INSERT INTO "migrations" VALUES('0002 digests');
INSERT INTO "migrations" VALUES('0003 chores');
CREATE TABLE names (
                message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
                name INTEGER NOT NULL,
                PRIMARY KEY (message, name)
            ) STRICT, WITHOUT ROWID;
INSERT INTO "names" VALUES(1,11);
INSERT INTO "names" VALUES(2,12);
CREATE TABLE readings (
                message INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
                form TEXT NOT NULL,
                parsed BLOB NOT NULL,
                basis TEXT,
                reading BLOB
            ) STRICT;
INSERT INTO "readings" VALUES(2,'1',X'5B5D',NULL,NULL);
CREATE TABLE rests (
                name TEXT PRIMARY KEY,
                reason TEXT NOT NULL CHECK (reason IN ('network', 'stated', 'user', 'mailbox')),
                failures INTEGER NOT NULL,
                since REAL NOT NULL,
                until REAL NOT NULL
            ) STRICT, WITHOUT ROWID;
INSERT INTO "rests" VALUES('account own','user',2,1772564400.0,1772565600.0);
CREATE TABLE scans (
                account INTEGER PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
                complete TEXT NOT NULL
            ) STRICT;
CREATE TABLE skipped (
                mailbox INTEGER NOT NULL REFERENCES mailboxes ON DELETE CASCADE,
                uid INTEGER NOT NULL,
                error TEXT NOT NULL,
                PRIMARY KEY (mailbox, uid)
            ) STRICT, WITHOUT ROWID;
INSERT INTO "skipped" VALUES(1,2,'odd');
CREATE INDEX messages_by_state ON messages (state) WHERE state IN ('waiting', 'kept');
CREATE INDEX names_by_name ON names (name, message);
CREATE INDEX locations_by_message ON locations (message);
CREATE UNIQUE INDEX digests_waiting_by_date ON digests (date) WHERE state = 'waiting';
CREATE TRIGGER rests_of_forgotten AFTER DELETE ON accounts BEGIN
                DELETE FROM rests WHERE name = 'account ' || old.name;
            END;
COMMIT;
