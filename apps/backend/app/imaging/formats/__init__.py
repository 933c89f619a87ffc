"""Small readers of file headers: sizes and page counts, no pixels, no C code."""
