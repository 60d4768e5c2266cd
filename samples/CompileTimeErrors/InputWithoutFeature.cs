// expect: TEX0304 at 7
// The model in credit.onnx was trained on earlier defaults too, and asks for them.
using TypedExplain;
using TypedExplain.Onnx;

[FeatureRecord]
public sealed partial record Loan(
    [Numeric(18, 100)] int Age,
    [Numeric(0, 500_000)] double AnnualIncome,
    [Categories("Rent", "Mortgage", "Own")] string Housing);

[OnnxModel<Loan>("credit.onnx")]
public partial class Credit;
