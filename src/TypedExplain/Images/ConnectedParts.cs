namespace TypedExplain.Images;

/// <summary>The connected parts of a labeled image, neighbors being above, below, left and right.</summary>
internal static class ConnectedParts
{
    /// <summary>A label of its own for each part of equal labels; a part that is too small takes that of an earlier neighbor, where it has one.</summary>
    /// <param name="labels">One label per pixel.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="smallest">The fewest pixels of a part that stays.</param>
    public static int[] Of(int[] labels, int height, int width, int smallest)
    {
        int[] parts = new int[labels.Length];
        parts.AsSpan().Fill(-1);
        int[] queue = new int[labels.Length];
        int count = 0;
        for (int start = 0; start < labels.Length; start++)
        {
            if (parts[start] >= 0)
                continue;

            // The first pixel of a part has all its earlier neighbors above or to the left.
            int neighbor = start % width > 0 ? parts[start - 1] : start >= width ? parts[start - width] : -1;
            int size = Flood(labels, parts, queue, start, count, height, width);
            if (size < smallest && neighbor >= 0)
            {
                foreach (int pixel in queue.AsSpan(0, size))
                    parts[pixel] = neighbor;
            }
            else
            {
                count++;
            }
        }

        return parts;
    }

    private static int Flood(int[] labels, int[] parts, int[] queue, int start, int part, int height, int width)
    {
        int size = 0;
        Take(start);
        for (int done = 0; done < size; done++)
        {
            int pixel = queue[done], row = pixel / width, column = pixel % width;
            if (row > 0)
                Take(pixel - width);
            if (row < height - 1)
                Take(pixel + width);
            if (column > 0)
                Take(pixel - 1);
            if (column < width - 1)
                Take(pixel + 1);
        }

        return size;

        void Take(int pixel)
        {
            if (parts[pixel] >= 0 || labels[pixel] != labels[start])
                return;
            parts[pixel] = part;
            queue[size++] = pixel;
        }
    }
}
