namespace TypedExplain.Quality.Sets;

/// <summary>What was measured of the cells of a tumor.</summary>
[FeatureRecord]
public sealed partial record Tumor([ArrayLength(30)] double[] Cells);

/// <summary>What a tumor is.</summary>
public enum Diagnosis
{
    Benign,
    Malignant,
}
