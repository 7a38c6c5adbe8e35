/// The simulated Snapchat Marketing API v1.
@NullMarked
package io.adskull.simulator.snapchat;

import org.jspecify.annotations.NullMarked;
