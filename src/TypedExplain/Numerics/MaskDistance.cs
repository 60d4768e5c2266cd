namespace TypedExplain.Numerics;

/// <summary>How far a mask of zeros and ones is from the mask that keeps everything.</summary>
internal static class MaskDistance
{
    /// <summary>1 − cos(mask, 1) = 1 − √(a/p) where a of p are kept; 1 where none is, 0 for an empty mask.</summary>
    public static double Cosine(ReadOnlySpan<double> mask)
    {
        int kept = 0;
        foreach (double value in mask)
            kept += value != 0 ? 1 : 0;
        return mask.IsEmpty ? 0 : 1 - Math.Sqrt((double)kept / mask.Length);
    }
}
