/// Asks the poller to look at an account now.
@NullMarked
package io.adskull.dashboard.retest;

import org.jspecify.annotations.NullMarked;
