/// What can be told (`Alert`), to whom (`Destination`), and how it ends (`Outcome`).
@NullMarked
package io.adskull.notifier.channel;

import org.jspecify.annotations.NullMarked;
