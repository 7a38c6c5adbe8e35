/// The simulated Customer Management service of Microsoft Advertising.
@NullMarked
package io.adskull.simulator.microsoft;

import org.jspecify.annotations.NullMarked;
