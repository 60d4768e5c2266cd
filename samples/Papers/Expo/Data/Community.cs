namespace Papers.Expo;

/// <summary>A community of the United States: the number of its row, then all columns but the state.</summary>
[FeatureRecord]
public partial record Community([ArrayLength(103)] double[] Columns);
