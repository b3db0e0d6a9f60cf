BEGIN TRANSACTION;
CREATE TABLE accounts (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                place TEXT NOT NULL,
                settled TEXT NOT NULL DEFAULT ''
            ) STRICT;
INSERT INTO "accounts" VALUES(1,'own','sam at imap.example:993','');
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
COMMIT;
