/// The read-only endpoints, described as data.
@NullMarked
package io.adskull.simulator.tiktok.read;

import org.jspecify.annotations.NullMarked;
