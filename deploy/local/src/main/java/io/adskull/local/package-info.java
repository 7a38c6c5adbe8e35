/// The launcher: one command line that runs the whole system on one machine.
@NullMarked
package io.adskull.local;

import org.jspecify.annotations.NullMarked;
