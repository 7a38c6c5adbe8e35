/// An alert as a mail client shows it, sent by SMTP.
@NullMarked
package io.adskull.notifier.channel.email;

import org.jspecify.annotations.NullMarked;
