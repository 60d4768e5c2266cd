namespace Papers.Expo;

/// <summary>What was measured of the cells of a tumour.</summary>
[FeatureRecord]
public partial record Tumour([ArrayLength(30)] double[] Columns);
