/// A real SMTP server that accepts mail for anyone.
@NullMarked
package io.adskull.simulator.inbox.mail;

import org.jspecify.annotations.NullMarked;
