package io.adskull.notifier;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Runs one task on a thread of its own each time it is woken; calls that come while it runs are one more run. A
/// task that fails is run again at the next call.
public final class WakeableLoop {
    private static final Logger LOG = Logger.getLogger(WakeableLoop.class);

    private final Semaphore bell = new Semaphore(0);
    private final String name;
    private final Runnable task;
    private final Thread thread;
    private volatile boolean closing;

    public WakeableLoop(String name, Runnable task) {
        this.name = name;
        this.task = task;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        bell.release();
    }

    /// Lets a running task end, at most for `patience`.
    public void close(Duration patience) {
        closing = true;
        wake();
        try {
            if (!thread.join(patience)) {
                LOG.warnf("%s did not end within %s", name, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            bell.acquireUninterruptibly();
            bell.drainPermits();
            if (!closing) {
                runOnce();
            }
        }
    }

    private void runOnce() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s failed and is tried again soon: %s", name, e);
        }
    }
}
