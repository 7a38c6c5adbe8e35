package io.adskull.dashboard.notifier;

/// notifier-service has answered, and the answer is no; the message says why to whoever asked.
class NotifierRefused extends RuntimeException {
    NotifierRefused(String why) {
        super(why);
    }
}
