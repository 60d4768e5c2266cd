// expect: TEX0309 at 10
// The model in credit.onnx never saw a houseboat; it would answer for one, and nobody would know by what.
using TypedExplain;
using TypedExplain.Onnx;

[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100)] int Age,
    [Numeric(0, 500_000)] double AnnualIncome,
    [Categories("Rent", "Mortgage", "Own", "Boat")] string Housing,
    bool HasDefaulted);

[OnnxModel<Loan>("credit.onnx")]
public partial class Credit;
