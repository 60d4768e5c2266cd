namespace TypedExplain.Tasks;

// What the tasks explain: rows of numbers, flowers, documents and an image.
[FeatureRecord] public sealed partial record D4([ArrayLength(4)] double[] X);
[FeatureRecord] public sealed partial record D8([ArrayLength(8)] double[] X);
[FeatureRecord] public sealed partial record D16([ArrayLength(16)] double[] X);
[FeatureRecord] public sealed partial record D32([ArrayLength(32)] double[] X);
[FeatureRecord] public sealed partial record D128([ArrayLength(128)] double[] X);
[FeatureRecord] public sealed partial record D784([ArrayLength(784)] double[] X);
[FeatureRecord] public sealed partial record Flower(double SepalLength, double SepalWidth, double PetalLength, double PetalWidth);
[FeatureRecord] public sealed partial record Document([Text] string Words);
[FeatureRecord] public sealed partial record Picture([Image(28, 28, 3)] ReadOnlyMemory<float> Pixels);
[FeatureRecord] public sealed partial record Pixels([ArrayLength(28 * 28 * 3)] double[] X);
