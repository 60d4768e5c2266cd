namespace TypedExplain.Batch.Faults;

/// <summary>Tells an error because somebody else holds a file from every other one.</summary>
internal static class HeldFile
{
    // Windows' sharing violation; of Unix, that the lock would have to be waited for, in the numbers of Linux and of macOS.
    private const int SharingViolation = 32, LinuxWouldBlock = 11, MacWouldBlock = 35;

    public static bool Is(IOException error) =>
        (error.HResult & 0xFFFF) is var code && (OperatingSystem.IsWindows() ? code == SharingViolation : code == (OperatingSystem.IsMacOS() ? MacWouldBlock : LinuxWouldBlock));
}
