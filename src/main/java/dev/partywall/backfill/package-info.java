/**
 * Giving rows without a tenant their tenant, so that nothing is lost and everything can be undone.
 *
 * <p>What always holds; each line is attacked by a test:
 *
 * <ol>
 *   <li>A row is changed only while its tenant is NULL, under a lock, by a statement that says so. (CrashTest: others claim
 *       rows meanwhile.)
 *   <li>A row gets the tenant the plan says, or stays NULL: what a trigger made of it is compared before the commit.
 *       (TriggersTest, RandomPlansTest)
 *   <li>Nothing is committed that the journal does not hold, synced. (JournalTest: no room; CrashTest)
 *   <li>What the journal holds and nobody has marked as committed is asked of the server, and of the rows themselves.
 *       (CrashTest: the server killed; JournalTest: a transaction's number used again)
 *   <li>A journal cut off anywhere is resumed; one damaged elsewhere, of another database or being written is refused.
 *       (JournalTest)
 *   <li>Undo changes a row only if it is the very version the back-fill wrote. (BackfillTest, CrashTest)
 *   <li>A deleted row is in the journal whole, before it goes, and nothing goes along with it. (DeletionTest)
 *   <li>Two back-fills never work on one table. (BackfillTest)
 *   <li>A rehearsal changes nothing. (RehearsalTest)
 *   <li>A table that is not the planned one is refused before anything is changed. (BackfillTest, TriggersTest)
 * </ol>
 */
@NullMarked
package dev.partywall.backfill;

import org.jspecify.annotations.NullMarked;
