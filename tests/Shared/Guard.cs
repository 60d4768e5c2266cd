namespace TypedExplain.Tests.Support;

/// <summary>Ends a test whose work does not end. It measures nothing: the limit is many times what a slow machine takes for linear work.</summary>
internal static class Guard
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>What work gives; a failure of the test where it takes more than a minute.</summary>
    public static TResult AgainstHanging<TResult>(Func<TResult> work) => Task.Run(work).WaitAsync(s_limit).GetAwaiter().GetResult();

    /// <inheritdoc cref="AgainstHanging{TResult}(Func{TResult})"/>
    public static void AgainstHanging(Action work) => Task.Run(work).WaitAsync(s_limit).GetAwaiter().GetResult();
}
