namespace TextAndImage;

/// <summary>An offer in a shop, as a buyer sees it: words, a picture and numbers in one record.</summary>
[FeatureRecord]
public sealed partial record Listing(
    [Text] string Review,
    [Image(8, 8)] ReadOnlyMemory<float> Photo,
    [Numeric(1, 5)] double Stars,
    bool IsNew);

/// <summary>A sentence of a film review.</summary>
[FeatureRecord]
public sealed partial record Sentence([Text] string Text);

/// <summary>A picture of a piece of clothing.</summary>
[FeatureRecord]
public sealed partial record Garment([Image(28, 28)] ReadOnlyMemory<float> Picture);

/// <summary>The same picture as a row of numbers, which is what the network takes.</summary>
[FeatureRecord]
public sealed partial record Pixels([ArrayLength(784), Numeric(0, 1)] float[] Values);
