;; Adds pairs of amounts to the sums of the group their account is in. An account has stretches of months; the
;; pairs of all stretches follow each other, so the memory is read once from front to back, and a pair is one
;; addition. `make-kernel.ts` makes add-stretches.ts of this text.
(module
  (memory (import "base" "memory") 1)
  ;; All but the two counts are addresses. Group 0 is nobody's: its pairs are passed over.
  (func (export "add")
    (param $accounts i32) (param $shown i32)
    (param $groupOf i32)      ;; u32 by account
    (param $stretchesOf i32)  ;; u32 by account and one more: the first stretch of each
    (param $from i32)         ;; u16 by stretch: its first month
    (param $until i32)        ;; u16 by stretch: the month after its last
    (param $pair i32)         ;; f64 twice by month of a stretch
    (param $amounts i32)      ;; f64 twice by group and month: the sums
    (param $steps i32)        ;; i32 by group and month and one more: stretches that begin less those that ended
    (local $account i32) (local $group i32) (local $stretch i32) (local $last i32)
    (local $begin i32) (local $months i32) (local $to i32) (local $end i32)
    (block $done
      (loop $accounts
        (br_if $done (i32.ge_u (local.get $account) (local.get $accounts)))
        (local.set $group
          (i32.load (i32.add (local.get $groupOf) (i32.shl (local.get $account) (i32.const 2)))))
        (local.set $account (i32.add (local.get $account) (i32.const 1)))
        (local.set $last
          (i32.load (i32.add (local.get $stretchesOf) (i32.shl (local.get $account) (i32.const 2)))))
        (block $accountDone
          (loop $stretches
            (br_if $accountDone (i32.ge_u (local.get $stretch) (local.get $last)))
            (local.set $begin
              (i32.load16_u (i32.add (local.get $from) (i32.shl (local.get $stretch) (i32.const 1)))))
            (local.set $months
              (i32.sub
                (i32.load16_u (i32.add (local.get $until) (i32.shl (local.get $stretch) (i32.const 1))))
                (local.get $begin)))
            (local.set $stretch (i32.add (local.get $stretch) (i32.const 1)))
            (if (i32.eqz (local.get $group))
              (then
                (local.set $pair (i32.add (local.get $pair) (i32.shl (local.get $months) (i32.const 4)))))
              (else
                ;; One more from where it begins, one less from where it ended.
                (local.set $to
                  (i32.add
                    (local.get $steps)
                    (i32.shl
                      (i32.add
                        (i32.mul (local.get $group) (i32.add (local.get $shown) (i32.const 1)))
                        (local.get $begin))
                      (i32.const 2))))
                (i32.store (local.get $to) (i32.add (i32.load (local.get $to)) (i32.const 1)))
                (local.set $to (i32.add (local.get $to) (i32.shl (local.get $months) (i32.const 2))))
                (i32.store (local.get $to) (i32.sub (i32.load (local.get $to)) (i32.const 1)))
                (local.set $to
                  (i32.add
                    (local.get $amounts)
                    (i32.shl
                      (i32.add (i32.mul (local.get $group) (local.get $shown)) (local.get $begin))
                      (i32.const 4))))
                (local.set $end (i32.add (local.get $to) (i32.shl (local.get $months) (i32.const 4))))
                (loop $pairs
                  (v128.store
                    (local.get $to)
                    (f64x2.add (v128.load (local.get $to)) (v128.load (local.get $pair))))
                  (local.set $to (i32.add (local.get $to) (i32.const 16)))
                  (local.set $pair (i32.add (local.get $pair) (i32.const 16)))
                  (br_if $pairs (i32.lt_u (local.get $to) (local.get $end))))))
            (br $stretches)))
        (br $accounts)))))
