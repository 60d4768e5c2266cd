namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>
/// How much of a model is read while a project is compiled. What a file holds beyond is reported on its class, in linear time
/// and without touching any record; docs/limits.md lists the numbers.
/// </summary>
internal static class OnnxLimits
{
    /// <summary>Operations of the graph.</summary>
    public const int MostNodes = 1 << 18;

    /// <summary>Inputs, and outputs.</summary>
    public const int MostValues = 1 << 12;

    /// <summary>Names that one operation holds, of classes or of categories; also the scores that get names.</summary>
    public const int MostNames = 1 << 16;

    /// <summary>Dimensions of one input or output.</summary>
    public const int MostDimensions = 32;

    /// <summary>Refuses one thing more than there may be.</summary>
    /// <exception cref="InvalidOnnxException">There are too many.</exception>
    public static void Hold(int count, int most, string what)
    {
        if (count > most)
            throw new InvalidOnnxException(string.Format(System.Globalization.CultureInfo.InvariantCulture, what, most)) { IsTooLarge = true };
    }
}
