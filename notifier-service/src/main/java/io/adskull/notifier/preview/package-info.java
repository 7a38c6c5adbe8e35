/// What people would read, for every cause: made of real answers, shown without starting anything.
@NullMarked
package io.adskull.notifier.preview;

import org.jspecify.annotations.NullMarked;
