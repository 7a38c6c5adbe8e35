/// A test instrument: every secret the simulated platforms ever handed out, to look for where none may be.
@NullMarked
package io.adskull.simulator.issued;

import org.jspecify.annotations.NullMarked;
