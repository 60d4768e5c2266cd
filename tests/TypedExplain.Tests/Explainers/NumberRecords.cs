namespace TypedExplain.Tests.Explainers;

// Records of as many numbers as a data set has columns, in the file's order.
[FeatureRecord] public sealed partial record Seven([ArrayLength(7)] double[] Values);
[FeatureRecord] public sealed partial record Eleven([ArrayLength(11)] double[] Values);
[FeatureRecord] public sealed partial record Fourteen([ArrayLength(14)] double[] Values);
[FeatureRecord] public sealed partial record ThirtySix([ArrayLength(36)] double[] Values);
[FeatureRecord] public sealed partial record SixtyNine([ArrayLength(69)] double[] Values);
[FeatureRecord] public sealed partial record Hundred([ArrayLength(100)] double[] Values);
