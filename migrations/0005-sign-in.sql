-- Tables of the sign-in library (better-auth with its username plugin), as the library itself names
-- them; a test asks the library whether anything is missing. A session row holds the token itself.

create table secret."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text unique,
  "displayUsername" text
);
comment on table secret."user" is 'The id is the person_id of record.person; the address is invented from the username and never used.';

create table secret."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references secret."user" ("id") on delete cascade
);
create index "session_userId_idx" on secret."session" ("userId");

create table secret."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references secret."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on secret."account" ("userId");

create table secret."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on secret."verification" ("identifier");

create table secret.first_code (
  one boolean primary key default true check (one),
  sha256 bytea not null,
  made_at timestamptz not null
);
comment on table secret.first_code is 'Digest of the one-time code that makes the first administrator; the code itself is printed and not kept.';
