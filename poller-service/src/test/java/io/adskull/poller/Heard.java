package io.adskull.poller;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// Every log line, with the texts of its exceptions, while it is open.
public final class Heard extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public static Heard everything() {
        Heard heard = new Heard();
        Logger.getLogger("").addHandler(heard);
        return heard;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        StringBuilder text = new StringBuilder(ExtLogRecord.wrap(line).getFormattedMessage());
        for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
