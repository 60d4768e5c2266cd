namespace Papers.Expo;

/// <summary>A piece of music: the number of its row, 68 numbers of its sound, and the latitude of where it comes from.</summary>
[FeatureRecord]
public partial record Track([ArrayLength(70)] double[] Columns);
