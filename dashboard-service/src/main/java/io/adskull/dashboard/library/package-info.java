/// The error library: a public page for each code of each platform, and a box to have an answer explained. Knows no
/// tenant and reads nobody's data.
@NullMarked
package io.adskull.dashboard.library;

import org.jspecify.annotations.NullMarked;
