-- Thai names stand in Latin letters too, romanised by the rules of spelling: what is typed in Latin letters is
-- compared with that. The skeleton of consonants had one key for many names and is not needed any more.
-- The keys of before stay until the next refill.

alter table derived.employer_key drop column l3;
