using System.Data.Common;
using Microsoft.Data.Sqlite;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>A log that hangs lets no more than so many wait for it, and loses none of those whose receipts were acknowledged.</summary>
public sealed class HangingLogTests : IDisposable
{
    private const int Asked = 1400;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ManualResetEventSlim _open = new(initialState: true);

    public void Dispose()
    {
        _open.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_waits_for_the_log_is_bounded()
    {
        string file = Path.Combine(_folder, "receipts.db");
        await using TestApp app = await TestApp.StartAsync(
            service => service.UseReceipts(_ => new DatabaseReceiptLog(() => Connect(file))),
            new(TestApp.Options) { ["Explain:Queue"] = "5000", ["Explain:Contributions:Samples"] = "16" },
            RowModel.Of());
        _open.Reset();
        Task<Served<ShapValues<Applicant>>>[] asked = [.. Enumerable.Range(0, Asked).Select(i => app.Service.ContributeAsync(Applicants.Denied with { Income = 10_000 + i }).AsTask())];
        await Assert.ThrowsAsync<ServiceOverloadedException>(() => Task.WhenAny(asked).Unwrap());
        _open.Set();
        int kept = 0;
        foreach (Task<Served<ShapValues<Applicant>>> one in asked)
        {
            try
            {
                kept += (await one).Receipt is null ? 0 : 1;
            }
            catch (ServiceOverloadedException)
            {
            }
        }

        Assert.InRange(kept, 1024, Asked - 1);
        Assert.Equal(kept, new DatabaseReceiptLog(() => Connect(file)).Read().Count());
    }

    private DbConnection Connect(string file)
    {
        Assert.True(_open.Wait(TimeSpan.FromSeconds(100)));
        return new SqliteConnection($"Data Source={file};Pooling=False");
    }

    private static class RowModel
    {
        public static IModel<Applicant> Of() => Model.Linear<Applicant>(0.1, [1e-6, -1e-6, 1e-3, 0, 0.1, 0.2, 0]).Identified("linear", "1", new string('f', 64));
    }
}
