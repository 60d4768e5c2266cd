using System.Buffers;
using System.Numerics;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Tensors that held values of protected features go back to the pool cleared.</summary>
public class ProtectedMemoryTests
{
    private const double Secret = 77123.4375;

    [Fact]
    public void Tensors_go_back_cleared()
    {
        Dataset<Patient> patients = new Dataset<Patient>(Enumerable.Range(0, 30).Select(i => new Patient(i * 1000.5, i % 10))).WithTarget(Enumerable.Range(0, 30).Select(i => (double)i));
        byte[] file = new RandomForest<Patient> { Trees = 2 }.Train(patients).ToOnnx();
        for (int trial = 0; trial < 3; trial++)
        {
            using (OnnxModel<Patient> model = OnnxModel<Patient>.Load(file))
                _ = model.Predict(new Patient(Secret, 5));

            Assert.False(IsHeld(Secret));
            Assert.False(IsHeld((float)Secret));
        }
    }

    private static bool IsHeld<TNumber>(TNumber secret)
        where TNumber : INumber<TNumber>
    {
        bool isHeld = false;
        for (int size = 16; size <= 1 << 12; size *= 2)
        {
            TNumber[] borrowed = ArrayPool<TNumber>.Shared.Rent(size);
            isHeld |= borrowed.Contains(secret);
            ArrayPool<TNumber>.Shared.Return(borrowed);
        }

        return isHeld;
    }
}

/// <summary>A record whose number is nobody's business.</summary>
[FeatureRecord]
public partial record Patient([Numeric(0, 100_000), Protected] double Viral, [Numeric(0, 10)] double Dose);
