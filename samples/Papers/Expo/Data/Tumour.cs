namespace Papers.Expo;

/// <summary>What was measured of the cells of a tumour.</summary>
[FeatureRecord]
public partial record Tumour([Length(30)] double[] Columns);
