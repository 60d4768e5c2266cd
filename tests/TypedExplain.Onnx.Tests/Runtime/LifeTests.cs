using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Many threads, and the end of a model while they score.</summary>
public class LifeTests
{
    [Fact]
    public void ThreadsGetTheSameAnswers()
    {
        using OnnxModel<LoanApplication> model = Loans.Load("columns");
        double[] expected = new double[Loans.Data.Count];
        model.Score(Loans.Data.Encoded, expected);
        Parallel.For(0, 64, _ =>
        {
            double[] own = new double[expected.Length];
            model.Score(Loans.Data.Encoded, own);
            Assert.Equal(expected, own);
        });
    }

    [Fact]
    public async Task DisposedInUseLetsTheBatchEndAndRefusesTheNext()
    {
        for (int round = 0; round < 20; round++)
        {
            OnnxModel<LoanApplication> model = Loans.Load(round % 2 == 0 ? "mlp" : "zipmap");
            using CountdownEvent started = new(4);
            Task[] scoring = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                double[] scores = new double[Loans.Data.Count * model.Outputs.Length];
                model.Score(Loans.Data.Encoded, scores);
                started.Signal();
                while (true)
                    model.Score(Loans.Data.Encoded, scores);
            }))];
            started.Wait();
            model.Dispose();
            model.Dispose();
            foreach (Task task in scoring)
                await Assert.ThrowsAsync<ObjectDisposedException>(() => task);
        }
    }

    [Fact]
    public void ALargerBatchAllocatesNoMore()
    {
        using OnnxModel<LoanApplication> model = Loans.Load("linear");
        double[] scores = new double[Loans.Data.Count];
        long few = Allocated(10), many = Allocated(200);
        Assert.InRange(many, 0, few + 64);

        long Allocated(int rows)
        {
            double[] values = Loans.Data.Encoded.Values[..(rows * Loans.Data.Encoded.Columns)].ToArray();
            for (int i = 0; i < 20; i++)
                model.Score(new EncodedRows<LoanApplication>(values), scores);
            long before = GC.GetAllocatedBytesForCurrentThread();
            model.Score(new EncodedRows<LoanApplication>(values), scores);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
