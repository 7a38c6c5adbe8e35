/// What platforms say of themselves on their status pages.
@NullMarked
package io.adskull.simulator.status;

import org.jspecify.annotations.NullMarked;
