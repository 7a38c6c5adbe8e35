/// What people do with the buttons of a bot's message.
@NullMarked
package io.adskull.notifier.interaction;

import org.jspecify.annotations.NullMarked;
