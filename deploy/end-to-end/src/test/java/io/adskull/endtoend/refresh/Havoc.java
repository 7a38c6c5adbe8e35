package io.adskull.endtoend.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Kills replicas and cuts the database at random, and keeps for each kill what the dead replica was in the middle of.
final class Havoc {
    private static final int LEFT_AT_WORK = 1;

    private final TokenFleet fleet;
    private final TokenDatabase database;
    private final Random random;
    private final Set<Attempt> answersOnTheWire = new HashSet<>();
    private int kills;
    private int cuts;
    private int stops;
    private int kept;

    Havoc(TokenFleet fleet, long seed) {
        this.fleet = fleet;
        this.database = fleet.database();
        this.random = new Random(seed);
    }

    void rage(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            pause(millis(800, 3_500));
            switch (random.nextInt(6)) {
                case 0 -> cut();
                case 1 -> stopDatabase(() -> {});
                case 2 ->
                    victim().ifPresent(victim -> {
                        stopDatabase(victim.process()::kill);
                        buried(victim);
                    });
                default ->
                    victim().ifPresent(victim -> {
                        victim.process().kill();
                        buried(victim);
                    });
            }
            fleet.startDeadReplicas();
        }
    }

    /// Attempts whose replica was killed between its write-ahead record and its journal entry: the only ones whose
    /// answer nobody can have.
    Set<Attempt> answersOnTheWire() {
        return Set.copyOf(answersOnTheWire);
    }

    int kills() {
        return kills;
    }

    @Override
    public String toString() {
        return kills + " kills, " + cuts + " cuts and " + stops + " stops of the database; " + answersOnTheWire.size()
                + " attempts without an answer on disk, " + kept + " answers in journals";
    }

    /// On a slow machine replicas take long to come back; with none at work there is nothing to disturb.
    private Optional<Replica> victim() {
        List<Replica> working = fleet.replicas().stream()
                .filter(replica -> replica.readiness().ready())
                .toList();
        return working.size() <= LEFT_AT_WORK
                ? Optional.empty()
                : Optional.of(working.get(random.nextInt(working.size())));
    }

    private void buried(Replica dead) {
        kills++;
        Set<Attempt> journalled = dead.journalled();
        kept += journalled.size();
        Set<Attempt> attempts = database.attemptsOf(dead.id());
        attempts.removeAll(journalled);
        answersOnTheWire.addAll(attempts);
    }

    private void cut() {
        cuts++;
        database.cut();
    }

    /// The database hangs as on a machine without memory, with whatever it was doing.
    private void stopDatabase(Runnable meanwhile) {
        stops++;
        List<Long> processes = new ArrayList<>(database.backends());
        processes.add(fleet.postmaster());
        signal("-STOP", processes);
        try {
            pause(millis(500, 1_500));
            meanwhile.run();
            pause(millis(500, 1_500));
        } finally {
            signal("-CONT", processes);
        }
    }

    private static void signal(String signal, List<Long> processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int millis(int from, int to) {
        return random.nextInt(from, to);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
